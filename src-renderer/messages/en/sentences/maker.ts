import type { makerSentences } from '#domain/sentences/maker'

export const makerEn = {
  'maker.unnamed':
    '{form} cannot be issued yet: first give the names of the manufacturer in Catalogues › Manufacturers, or sample words would be printed; no number has been used yet',
  'maker.name.whole': 'The full name of the manufacturer is not given yet; enter it',
  'maker.name.company': '“Company” on paper is not given yet; “{seed}” would be printed',
  'maker.name.product': '“Product” on paper is not given yet; “{seed}” would be printed',
  'maker.name.vehicle': '“Vehicle in the voucher title” on paper is not given yet; “{seed}” would be printed',
  'maker.name.serviceDept': '“Addressee of requests and claims” on paper is not given yet; “{seed}” would be printed',
  'maker.name.lendingSection': '“Section that lends parts” on paper is not given yet; “{seed}” would be printed',
  'maker.name.voucherDept': '“Recipient of voucher copy 1” on paper is not given yet; “{seed}” would be printed',
  'maker.name.sectionChief': '“Signs the list of old parts” on paper is not given yet; “{seed}” would be printed',
} as const satisfies Record<keyof typeof makerSentences, string>
