import type { amountsSentences } from '#domain/sentences/amounts'

export const amountsEn = {
  'amounts.outingKmActual': 'Mileage: {km} km driven × {rate} yuan/km = {amount} yuan',
  'amounts.outingKmOneWay': 'Mileage: {km} km one way × {rate} yuan/km = {amount} yuan',
  'amounts.outingMeal': 'Meals: {people} [person|people] × {days} [day|days] × {rate} yuan = {amount} yuan',
  'amounts.outingMealGiven': 'Meals: {amount} yuan as entered (standard {standard} yuan)',
  'amounts.outingLodging':
    'Lodging: {rooms} [room|rooms] × {nights} [night|nights] × {rate} yuan = {amount} yuan ({people} [person|people], two to a room)',
  'amounts.outingLodgingGiven': 'Lodging: {amount} yuan as entered (standard {standard} yuan)',
  'amounts.outingFares': 'Fares: {amount} yuan',
  'amounts.outingTotal': 'Outing total: {amount} yuan',
  'amounts.mealOverStandard': 'Meals of {amount} yuan exceed the standard of {standard} yuan and need approval.',
  'amounts.lodgingOverStandard': 'Lodging of {amount} yuan exceeds the standard of {standard} yuan and needs approval.',
  'amounts.drivenLessThanOneWay': 'The {driven} km driven are less than the {oneWay} km one way. Please check.',
  'amounts.quantity': 'A quantity is a whole number of at least 1; this is {qty}.',
  'amounts.negative': 'An amount cannot be negative; this is {amount} yuan. Enter 0 or more',
  'amounts.notProduct': 'The amount of {amount} yuan is not quantity {qty} × price {price} yuan = {product} yuan; check quantity and price',
  'amounts.hours': 'Hours must be between 0.1 and 99.9; this is {hours}.',
  'amounts.notHourProduct': 'The labour amount of {amount} yuan is not {hours} h × {rate} yuan = {product} yuan; check hours and rate',
  'amounts.by.M06': 'outing rate M06',
  'amounts.says.M06': 'Kilometres with the station’s car: driven or one way, at the rate of the policy',
  'amounts.by.M07': 'outing rate M07',
  'amounts.says.M07': 'Meals per person and day at the rate of the policy; above it needs approval',
  'amounts.by.M08': 'outing rate M08',
  'amounts.says.M08': 'Lodging per room and night, two to a room, at the rate of the policy; above it needs approval',
  'amounts.by.M10': 'outing rate M10',
  'amounts.says.M10': 'Fares against receipts; without one somebody must have approved',
} satisfies Record<keyof typeof amountsSentences, string>
