import type { FormId } from '#domain/form-ids'

export const formNames = {
  F11: 'Technicians by month', F12: 'Jobs of a technician', F13: 'Appraisal request', F14: 'Unit exchange approval', F15: 'Parts request', F16: 'Job voucher', F17: 'List of old parts', F18: 'Appraisal results', F19: 'Claim summary', F20: 'Station by month', F21: 'Quality feedback', F22: 'Scheduled services', F23: 'Quality by month', F24: 'Business by month', F25: 'Repair feedback', F26: 'Exchange of parts',
  F27: 'Old part label', F28: 'Box label', F29: 'Shipping hand-over', F30: 'Fault tag', F31: 'Return manifest',
} satisfies Record<FormId, string>
