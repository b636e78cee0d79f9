import { search } from "../../shared/page.js";
import { records } from "../lib/records.js";

export const GET = () => new Response(search(records));
