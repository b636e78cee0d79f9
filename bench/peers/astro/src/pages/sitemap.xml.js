import { paths, sitemap } from "../../shared/page.js";
import { records } from "../lib/records.js";

export const GET = () => new Response(sitemap(paths(records)));
