// Expands calendars with ical.js: node expand.mjs PATH-OF-ICAL.JS FILE… prints one list of seconds since 1970 for each file.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(module));
const expanded = files.map((file) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const found = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (!event.isRecurring()) {
      found.push(event.startDate.toUnixTime());
      continue;
    }
    const dates = event.iterator();
    for (let next = dates.next(); next; next = dates.next()) {
      found.push(next.toUnixTime());
    }
  }
  return found;
});
process.stdout.write(JSON.stringify(expanded));
