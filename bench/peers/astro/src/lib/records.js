import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";

// A build reads the files once; the development server imports them, so that it sees when they change.
function texts() {
  if (import.meta.env.DEV) {
    return Object.values(import.meta.glob("../../innovations/*.yaml", { query: "?raw", import: "default", eager: true }));
  }
  return readdirSync("innovations").sort().map((name) => readFileSync(`innovations/${name}`, "utf8"));
}

export const records = texts().flatMap((text) => load(text));
