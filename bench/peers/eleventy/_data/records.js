import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { tags } from "../shared/page.js";

export default function () {
  const folder = new URL("../innovations/", import.meta.url);
  const all = readdirSync(folder).sort().flatMap((name) => load(readFileSync(new URL(name, folder), "utf8")));
  return { all, tags: [...tags(all)] };
}
