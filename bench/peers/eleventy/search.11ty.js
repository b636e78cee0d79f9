import { search } from "./shared/page.js";

export const data = { permalink: "/search.json" };
export const render = ({ records }) => search(records.all);
