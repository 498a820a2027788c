import type { identitySentences } from '#domain/sentences/identity'

export const identityEn = {
  'identity.vinForm': 'A frame number (VIN) must have 17 letters and digits (no I, O, Q); this one has {length}: {value}',
  'identity.vinSigns': 'A frame number (VIN) cannot hold {signs}; check against the stamping (there is no I, O, Q)',
  'identity.vinCheckDigit':
    'Position 9 of the frame number (VIN) is {found}, its check digit should be {expected}: probably a slip – check against the stamping, or give the reason if it really is so',
  'identity.vinSuggestion': 'Is the frame number (VIN) {suggestion}? With 1, 0, 0 for I, O, Q the check digit fits',
  'identity.legacyForm': 'An old frame number usually has 6–20 letters, digits, * or -; please check: {value}',
  'identity.ebikeForm': 'The code of an electric bicycle usually has 15 digits; please check: {value}',
  'identity.serialForm': 'The serial number does not follow the rule of this model; please check: {value}',
  'identity.serialLength': 'A serial number usually has 6–30 characters; please check: {value}',
  'identity.badSerialRule': 'The serial number rule cannot be read, correct it: {rule}',
  'identity.engineForm': 'An engine (motor) number usually has 4–25 letters, digits, *, - or /; check against the stamping: {value}',
  'identity.phoneForm':
    'A phone number is an 11-digit mobile number, a fixed line with area code, or a 400/800 number; this is {value}. Tick "other number" for foreign and other numbers',
  'identity.plateForm': 'A plate is the province, a letter and 4–6 characters, such as 鲁B12345, or 无牌 / 临牌; please check: {value}',
  'identity.taxForm': 'A unified social credit code has 18 characters (no I, O, S, V, Z); please check: {value}',
} satisfies Record<keyof typeof identitySentences, string>
