import type { ZoneFound } from './desk.ts'
import { fold } from './wording.ts'

const abbreviations: readonly (readonly [RegExp, string, string])[] = [
  [
    /\b(?:cest|cet|mez|mesz)\b/,
    'Europe/Berlin',
    'Central European time; Berlin stands for all its cities',
  ],
  [/\b(?:eest|eet)\b/, 'Europe/Athens', 'Eastern European time; its countries differ'],
  [/\b(?:wet|west)\b(?= ?(?:time|\)|$))/, 'Europe/Lisbon', 'Western European time'],
  [/\b(?:bst|uk time|london time|british time)\b/, 'Europe/London', 'British time'],
  [
    /\bgmt\b/,
    'Europe/London',
    'GMT is London in winter only; if no summer time is meant, write "UTC"',
  ],
  [
    /\b(?:est|edt|et|eastern(?: (?:standard|daylight))?(?: time)?)\b/,
    'America/New_York',
    'Eastern time; in Australia EST means Sydney',
  ],
  [
    /\b(?:cst|cdt|central(?: (?:standard|daylight))? time)\b/,
    'America/Chicago',
    'Central time; CST can also mean China',
  ],
  [/\b(?:mst|mdt|mountain(?: (?:standard|daylight))? time)\b/, 'America/Denver', 'Mountain time'],
  [
    /\b(?:pst|pdt|pt|pacific(?: (?:standard|daylight))?(?: time)?)\b/,
    'America/Los_Angeles',
    'Pacific time',
  ],
  [/\bist\b(?= ?(?:time|\)|\.|,|;|$))/, 'Asia/Kolkata', 'IST can mean India, Israel or Ireland'],
  [/\bjst\b/, 'Asia/Tokyo', 'Japan'],
  [/\bsgt\b/, 'Asia/Singapore', 'Singapore'],
  [/\bhkt\b/, 'Asia/Hong_Kong', 'Hong Kong'],
  [/\b(?:aest|aedt)\b/, 'Australia/Sydney', 'Eastern Australia; Brisbane has no summer time'],
  [/\b(?:nzst|nzdt)\b/, 'Pacific/Auckland', 'New Zealand'],
  [/\b(?:brt)\b/, 'America/Sao_Paulo', 'Brasília'],
  [/\bsast\b/, 'Africa/Johannesburg', 'South Africa'],
]
const cities: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'Amsterdam Athens Berlin Brussels Bucharest Budapest Copenhagen Dublin Helsinki Istanbul Lisbon London Luxembourg Madrid Oslo Paris Prague Riga Rome Sofia Stockholm Tallinn Vienna Vilnius Warsaw Zagreb Zurich'
      .split(' ')
      .map((city) => [city.toLowerCase(), `Europe/${city}`]),
  ),
  'new york': 'America/New_York',
  chicago: 'America/Chicago',
  'san francisco': 'America/Los_Angeles',
  singapore: 'Asia/Singapore',
  tokyo: 'Asia/Tokyo',
  sydney: 'Australia/Sydney',
}

/** The time zone that a text names. An abbreviation is taken with a doubt, because most mean several places. */
export function readZone(text: string): ZoneFound | undefined {
  const iana =
    /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_+-]+(?:\/[A-Za-z_+-]+)?/.exec(
      text,
    )?.[0]
  if (iana !== undefined) return isZone(iana) ? { zone: iana } : undefined
  const words = fold(text)
  const city = Object.keys(cities).find((name) =>
    new RegExp(`\\b${name}(?:er)? (?:time|ortszeit|zeit)\\b`).test(words),
  )
  if (city !== undefined) return { zone: cities[city] as string }
  if (/\b(?:gmt|utc) ?[+-] ?\d/.test(words)) return undefined
  if (/\butc\b/.test(words)) return { zone: 'UTC' }
  const short = abbreviations.find(([form]) => form.test(words))
  if (short === undefined) return undefined
  const [form, zone, meaning] = short
  return {
    zone,
    doubt: `"${(form.exec(words)?.[0] ?? '').toUpperCase()}" is taken as ${zone} (${meaning})`,
  }
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
