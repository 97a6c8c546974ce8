// Whether a typed text fits its place on paper: small, because it is asked while somebody types.

import { even, fitted } from "./paper-text.js";
import places from "../generated/paper/places.js";

const PLACES = { wie: "who", waar: "where", wat: "what", sterktes: "strength-1", beperkingen: "limit-1" };

/** Whether a text of a field of canvas 1 is too long for its place on A3 or on A4. */
export function tooLong(field, text) {
  return Object.entries(places.sheets).some(([name, sheet]) => {
    const place = name.startsWith("c1-") && sheet.places[PLACES[field]];
    return place && text.trim() && !fit(text, place);
  });
}

/** How a text is set in a place: `{size, lines}`, or nothing where it is too long. A name in a bubble is set evenly. */
export const fit = (text, place) => (place.centred && [2, 3].includes(place.lines.length) ? even : fitted)(text, place.lines.map(([, , width]) => width), place.size);
