import type { customersSentences } from '#domain/sentences/customers'

export const customersEn = {
  'customer.nameShort': 'The name of a person or company needs at least 2 characters. Write it in full.',
  'customer.phoneMissing': 'Give at least one telephone number for call-backs and for saying that the vehicle is ready.',
  'record.printed':
    'Voucher {number} prints {label} “{value}” and its claim has not gone yet, so it cannot become another. Keep it, or void the voucher, correct it and issue a new one',
  'record.frozen':
    'Voucher {number} is issued and its claim has not gone yet: what it prints cannot change. Please void the voucher first, correct it and issue a new one',
  'customer.twin':
    'There is already a customer “{name}” with this telephone number ({phone}, {units} [vehicle|vehicles]). Check whether it is the same person.',
  'unit.frameMissing': 'Fill in the frame number (serial number).',
  'unit.modelMissing': 'Choose a model; write its name if it is not in the catalogue.',
  'unit.frameTaken':
    'Frame number {frameNo} is on file under “{owner}” ({phone}). Choose that vehicle; if it was sold, use “Change owner”.',
  'unit.engineTaken': 'Engine number {engineNo} is on file with frame number {frameNo} ({owner}). Compare it with the stamp.',
  'unit.inFuture': '{label} {date} lies after today. Please check.',
  'unit.purchaseBeforeMade': 'The day of purchase {purchase} is before the day of manufacture {made}. Compare invoice and plate.',
  'unit.longInStock':
    'More than {months} [month lies|months lie] between manufacture {made} and purchase {purchase}. Check whether the vehicle stood in stock.',
  'unit.deliveryBeforePurchase': 'The day of delivery {delivery} is before the day of purchase {purchase}. Please check.',
  'unit.wrongMaker': 'Model “{model}” does not belong to the chosen manufacturer. Choose another model or manufacturer.',
  'unit.sameOwner': '“{name}” owns this vehicle already; choose another person, or leave it as it is.',
  'unit.ownerBeforeLast': 'The day of change {on} is before the present owner’s first day {since}. Please check.',
  'unit.odometerBackwards':
    'The old meter’s {km} km are less than the {lastKm} km recorded last. Please check; if the meter was turned back, tick “Odometer altered”.',
  'unit.odometerBeforeLast': 'The day of the change of meter {on} is before the last recorded reading of {lastOn}. Please check.',
  'merge.same': 'This is the same record; choose another one',
  'merge.names': 'The names differ (“{one}” and “{other}”): make sure it is one person',
  'merge.kinds': 'One is a person, the other is not: make sure it is one customer',
  'merge.phones': 'The records share no telephone number: make sure it is one person',
  'merge.makers': 'The vehicles are of different makers, whose vouchers and labels are numbered apart; they must stay two records',
  'merge.twoFrames': 'The check digits of {one} and {other} both fit: these are two vehicles and must stay two records',
  'merge.framePrinted':
    'Paper {number} prints frame number {frameNo}, so it cannot become {result}. Keep {frameNo}, or void the paper first',
  'merge.readings':
    'The odometer does not fit: {before} had {beforeKm} km in all on {beforeOn}, {no} only {km} km on {on}. Correct the mileage of one order first, or record the changed odometer',
  'merge.jump':
    'The odometer jumps: {before} had {beforeKm} km in all on {beforeOn}, {no} already {km} km on {on}. Make sure it is one vehicle',
  'merge.overlap': 'Orders {one} and {other} overlap in the workshop: make sure it is one vehicle',
  'merge.engines': 'The engine numbers differ ({one} and {other}): compare the stamp',
  'merge.plates': 'The plates differ ({one} and {other}): make sure the plate was changed',
  'merge.changed': 'Someone has changed one of the records since the preview; look at it again before merging',
} satisfies Record<keyof typeof customersSentences, string>
