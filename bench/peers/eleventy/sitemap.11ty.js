import { paths, sitemap } from "./shared/page.js";

export const data = { permalink: "/sitemap.xml" };
export const render = ({ records }) => sitemap(paths(records.all));
