import { shell, untuk } from "./shared/page.js";

export const data = { permalink: "/untuk/index.html" };
export const render = ({ records }) => shell("Untuk siapa", "/untuk/", untuk(records.tags));
