/** What a field is called in a sentence, by its place. A place that is not named here is called by its field's name. */
const words: Readonly<Record<string, string>> = {
  '/format': 'Format',
  '/id': 'Name of the agreement',
  '/title': 'Title',
  '/language': 'Language',
  '/version': 'Version',
  '/effectiveOn': 'Takes effect on',
  '/amends/version': 'Amends version',
  '/amends/hash': 'Amends the terms',
  '/amends/openWork/apply': '',
  '/scope/summary': 'Scope',
  '/scope/products': 'Products',
  '/scope/territories': 'Territories',
  '/scope/segments': 'Segments',
  '/scope/exclusions': 'Exclusions',
  '/people/name': 'name',
  '/people/email': 'e-mail',
  '/people/absences': 'absences',
  '/positions/title': 'title',
  '/positions/team': 'a team',
  '/positions/holders/deputy': 'deputy',
  '/responsibilities/label': 'name of the activity',
  '/responsibilities/ticked': 'ticked',
  '/responsibilities/commitments': 'list of commitments',
  '/priorities/label': 'label',
  '/targets/owedBy': 'owed by',
  '/targets/target': '',
  '/targets/calendar': 'calendar',
  '/targets/warnAt': 'warning at',
  '/targets/startsAt': 'clock starts at',
  '/targets/metBy': 'what meets it',
  '/targets/recurring': 'updates are owed',
  '/targets/handover': 'clock when handed over',
  '/targets/percentile/share': 'share of the work that is measured',
  '/targets/percentile/within': 'that share within',
  '/pauses/label': 'reason',
  '/pauses/kinds': 'what it stops',
  '/pauses/at': 'who may ask for it',
  '/breachCost/mode': 'A breach costs',
  '/breachCost/text': 'Cost of a breach, text',
  '/breachCost/capPercent': 'Cap on the cost of breaches',
  '/breachCost/credits/percent': '',
  '/breachCost/credits/of': 'of',
  '/calendars/side': 'side',
  '/calendars/timeZone': 'time zone',
  '/calendars/week/mon': 'Monday',
  '/calendars/week/tue': 'Tuesday',
  '/calendars/week/wed': 'Wednesday',
  '/calendars/week/thu': 'Thursday',
  '/calendars/week/fri': 'Friday',
  '/calendars/week/sat': 'Saturday',
  '/calendars/week/sun': 'Sunday',
  '/calendars/holidaySources': 'source of holidays',
  '/calendars/holidaysResolvedUntil': 'holidays known until',
  '/calendars/holidays/name': 'name of the holiday',
  '/calendars/exceptions/open': 'open',
  '/ladders/kinds': 'what it is for',
  '/ladders/levels/position': '',
  '/ladders/levels/trigger': 'called',
  '/ladders/levels/channels': 'way of calling',
  '/ladders/levels/mustAcknowledge': 'must acknowledge',
  '/ladders/levels/outsideHours': 'may be called outside working hours',
  '/delivery/handover': 'Handover',
  '/delivery/acceptance/criteria': 'Acceptance criteria',
  '/delivery/acceptance/within': 'Time to accept a delivery',
  '/delivery/acceptance/onSilence': 'When nobody answers on a delivery',
  '/delivery/delayBorneBy': 'Delay is borne by',
  '/delivery/delayText': 'Delay',
  '/delivery/change': 'Change',
  '/delivery/milestones/owedBy': 'owed by',
  '/delivery/milestones/dueOn': 'due on',
  '/customerRenewals/owedBy': "Customers' renewals are owed by",
  '/customerRenewals/startBefore': "Customers' renewals start before their date by",
  '/customerRenewals/text': "Customers' renewals",
  '/reports/contents': 'content',
  '/reports/due': 'due after the period',
  '/term/startsOn': 'Start',
  '/term/endsOn': 'End',
  '/term/openEnded': 'Open-ended',
  '/term/renewal/mode': 'Renewal',
  '/term/renewal/for': 'Length of a renewal',
  '/term/renewal/remindBefore': 'Reminder of the renewal',
  '/term/notice/period': 'Notice',
  '/term/notice/form': 'Form of notice',
  '/term/text': 'Term',
  '/term/triggers/by': 'may be used by',
  '/rulebook/id': 'Rulebook',
  '/rulebook/version': 'Version of the rulebook',
}

/** The words for a place inside `container`, which is named already: `/targets` for `/targets/warnAt`. */
export function placeWords(place: string, container: string): string {
  const known = words[place]
  if (known !== undefined) return known
  const rest = place.slice(container.length + 1).split('/')
  const [first, side = '', ...fields] = rest
  if (first === 'parties' && fields.length > 0) {
    return `${capital(side)}'s ${fields.map(spacedName).join(', ')}`
  }
  const text = rest.map(spacedName).join(', ')
  return container === '' ? capital(text) : text
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `remindBefore` as words. */
const spacedName = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')
