import type { customersSentences } from '#domain/sentences/customers'

export const customersEn = {
  'customer.nameShort': 'The name of a person or company needs at least 2 characters. Write it in full.',
  'customer.phoneMissing': 'Give at least one telephone number for call-backs and for saying that the vehicle is ready.',
  'customer.twin': 'There is already a customer “{name}” with this telephone number ({phone}, {units} vehicles). Check whether it is the same person.',
  'unit.frameMissing': 'Fill in the frame number (serial number).',
  'unit.modelMissing': 'Choose a model; write its name if it is not in the catalogue.',
  'unit.frameTaken': 'Frame number {frameNo} is on file under “{owner}” ({phone}). Choose that vehicle; if it was sold, use “Change owner”.',
  'unit.engineTaken': 'Engine number {engineNo} is on file with frame number {frameNo} ({owner}). Compare it with the stamp.',
  'unit.inFuture': '{label} {date} lies after today. Please check.',
  'unit.purchaseBeforeMade': 'The day of purchase {purchase} is before the day of manufacture {made}. Compare invoice and plate.',
  'unit.longInStock': 'More than {months} months lie between manufacture {made} and purchase {purchase}. Check whether the vehicle stood in stock.',
  'unit.deliveryBeforePurchase': 'The day of delivery {delivery} is before the day of purchase {purchase}. Please check.',
  'unit.wrongMaker': 'Model “{model}” does not belong to the chosen manufacturer. Choose another model or manufacturer.',
  'unit.sameOwner': '“{name}” owns this vehicle already; nothing to change.',
  'unit.ownerBeforeLast': 'The day of change {on} is before the present owner’s first day {since}. Please check.',
  'unit.odometerBackwards': 'The old meter’s {km} km are less than the {lastKm} km recorded last. Please check; if the meter was turned back, tick “Odometer altered”.',
  'unit.odometerBeforeLast': 'The day of the change of meter {on} is before the last recorded reading of {lastOn}. Please check.',
} satisfies Record<keyof typeof customersSentences, string>
