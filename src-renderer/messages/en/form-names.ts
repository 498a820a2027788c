import type { FormId } from '#domain/form-ids'

export const formNames = {
  F11: 'Technicians by month', F12: 'Jobs of a technician', F13: 'Appraisal request', F14: 'Unit exchange approval', F15: 'Parts request', F16: 'Job voucher', F17: 'List of old parts', F18: 'Appraisal results', F19: 'Claim summary', F20: 'Station by month', F21: 'Quality feedback', F22: 'Scheduled services', F23: 'Quality by month', F24: 'Business by month', F25: 'Repair feedback', F26: 'Exchange of parts',
  F27: 'Old part label', F28: 'Box label', F29: 'Shipping hand-over', F30: 'Fault tag', F31: 'Return manifest',
  A01: 'Order transfer card', A02: 'Dispatch feedback', A03: 'Vehicle request', A04: 'Complaint form', A05: 'Job application', A06: 'Staff transfer', A07: 'Technical document register', A08: 'Quality contact sheet', A09: 'Material and labour budget', A10: 'Bonus settlement', A11: 'Dismounting order',
  A12: 'Exchange request', A13: 'Loan sheet', A14: 'Manufacturer’s own sheet',
  C01: 'Repair call register', C02: 'Repair order (charter)', C03: 'Service statistics', C04: 'Quotation', C05: 'Call-back survey', C06: 'Quality analysis', C07: 'Liability standard',
  X01: 'Complaint register', X02: 'Complaint handling', X03: 'Reception sheet', X04: 'Outing request', X05: 'Parts issue', X06: 'Parts outstanding', X07: 'Invoice notice', X08: 'Statement of account',
} satisfies Record<FormId, string>
