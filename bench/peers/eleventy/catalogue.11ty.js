import { catalogue, shell } from "./shared/page.js";

export const data = { permalink: "/inovasi/index.html" };
export const render = ({ records }) => shell("Semua inovasi", "/inovasi/", catalogue(records.all));
