import type { catalogueSentences as zh } from '#domain/sentences/catalogue'

export const catalogueEn: Record<keyof typeof zh, string> = {
  'catalogue.needed': 'Empty, please fill it in: {label}',
  'catalogue.validity': 'The last day {to} is before the first day {from}; it should be the same or later, or empty if there is none',
  'catalogue.certNo': 'The certificate is valid until {day}, so its number is needed; clear the date if there is no certificate',
  'catalogue.priceTwice': 'Part “{code}” already has a price from {day}; change that row or choose another first day',
  'catalogue.dayTwice': '{day} is already in the list; change that row',
  'catalogue.inUse': '“{name}” is used in {where} and cannot be deleted; retire it instead, old papers still show it',
  'catalogue.policyInUse':
    '“{name}” is used in {where} and cannot be deleted; to end it for new vehicles fill in its last purchase day, what it decided stays',
  'catalogue.priceBegun':
    'The price of “{name}” from {day} is in force and papers may have used it; it cannot be deleted, give it a last day',
  'catalogue.dayPassed':
    '{day} has passed and warranty terms may have been shifted by it; it cannot be deleted, only changed to off or working',
  'catalogue.retired': '{what} “{name}” is retired; choose one in use',
  'catalogue.otherMaker': '{what} “{name}” belongs to another manufacturer; choose one of the same',
  'catalogue.policyDecided':
    'Policy “{name}” has decided orders of {count} [vehicle|vehicles]; its rules stay as they are, or old decisions would no longer hold. Make a new version from a purchase day on',
  'catalogue.versionFrom': 'The new version must begin after the former one: {day} is not after {before}',
  'catalogue.limitRef': 'Limit row {row}: the scope is {scope}, please say which one',
  'catalogue.limitTwice': 'Limit row {row} has the same scope and object as row {earlier}; make one row of them',
  'catalogue.limitEmpty': 'Limit row {row}: give months or kilometres, or tick “excluded”',
}
