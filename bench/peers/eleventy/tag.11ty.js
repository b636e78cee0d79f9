import { shell, tagged } from "./shared/page.js";

export const data = {
  pagination: { data: "records.tags", size: 1, alias: "one" },
  permalink: ({ one }) => `/untuk/${one[0]}/index.html`,
};
export const render = ({ one }) => shell(one[0], `/untuk/${one[0]}/`, tagged(...one));
