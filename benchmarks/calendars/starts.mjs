// What starts when, by ical.js: node starts.mjs PATH-OF-ICAL.JS FILE FIRST LAST (dates) prints a list of "UID|d|DATE" and "UID|t|SECONDS".
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, file, first, last] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(module));
const begin = Date.parse(`${first}T00:00:00Z`) / 1000;
const end = Date.parse(`${last}T00:00:00Z`) / 1000 + 86400;
const found = [];
// A zone that the calendar names and does not describe is none for ical.js: the time is then on nobody's clock. The machine knows it.
const eastOf = (event, start) => {
  const named = event.component.getFirstProperty("dtstart")?.getParameter("tzid");
  if (!named || start.zone !== ICAL.Timezone.localTimezone) {
    return 0;
  }
  const east = (seconds) => {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: named, timeZoneName: "longOffset" }).formatToParts(seconds * 1000);
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d+):(\d+))?/.exec(parts.find((part) => part.type === "timeZoneName").value);
    return sign ? (sign === "-" ? -1 : 1) * (hours * 3600 + minutes * 60) : 0;
  };
  try {
    const wall = start.toUnixTime();
    return east(wall - east(wall));
  } catch {
    return 0;
  }
};
const jcal = ICAL.parse(readFileSync(file, "utf8"));
for (const one of Array.isArray(jcal[0]) ? jcal : [jcal]) {
  const calendar = new ICAL.Component(one);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const add = (event, start) => {
    const at = start.isDate ? Date.UTC(start.year, start.month - 1, start.day) / 1000 : start.toUnixTime() - eastOf(event, start);
    if (begin <= at && at < end) {
      found.push(`${event.uid ?? ""}|${start.isDate ? `d|${start.toString().slice(0, 10)}` : `t|${at}`}`);
    }
    return at < end;
  };
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const changes = events.filter((event) => event.isRecurrenceException());
  const known = new Set();
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    known.add(event.uid);
    for (const change of changes.filter((one) => one.uid === event.uid)) {
      event.relateException(change);
    }
    if (!event.isRecurring()) {
      add(event, event.startDate);
      continue;
    }
    const dates = event.iterator();
    for (let next = dates.next(); next; next = dates.next()) {
      const there = event.getOccurrenceDetails(next);
      if (!add(event, there.startDate) && next.toUnixTime() > end + 366 * 86400) {
        break;
      }
    }
  }
  for (const change of changes.filter((one) => !known.has(one.uid))) {
    add(change, change.startDate);
  }
}
process.stdout.write(JSON.stringify([...new Set(found)]));
