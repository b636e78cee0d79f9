import { record, shell } from "./shared/page.js";

export const data = {
  pagination: { data: "records.all", size: 1, alias: "one" },
  permalink: ({ one }) => `/inovasi/${one.id}/index.html`,
};
export const render = ({ one }) => shell(one.nama, `/inovasi/${one.id}/`, record(one));
