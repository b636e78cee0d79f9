import { home, shell } from "./shared/page.js";

export const data = { permalink: "/index.html" };
export const render = ({ records }) => shell("Beranda", "/", home(records.all));
