import { findUnit } from '#db/queries/units'
import { daysBetween, type LocalDate } from '#domain/dates'
import { inventOwner, inventUnit, type NewCustomer, type NewUnit } from './people.ts'
import type { DemoFault } from './samples.ts'
import type { Shop } from './shop.ts'

/** A vehicle as the demo remembers it: what the counter would know when it comes back. */
export type FleetUnit = {
  unitId: number
  customerId: number
  ownerName: string
  ownerPhone: string
  modelCode: string
  mileage: number
  readOn: LocalDate
  kmPerDay: number
  purchasedOn: LocalDate
  lastFault: DemoFault | null
  lastOrderId: number | null
  isInShop: boolean
}

export type Arrival = { readonly unit: FleetUnit; readonly create: { readonly customer: NewCustomer; readonly unit: NewUnit } | null }

const restDays = 25

/** The vehicles that have been here, and new ones: about every third visit is of a known one. */
export function createFleet(shop: Shop) {
  const { random, samples, models } = shop
  const units: FleetUnit[] = []
  let serial = 1000

  function comeBack(): FleetUnit | undefined {
    if (units.length < 20 || !random.chance(0.38)) return undefined
    const unit = random.pick(units)
    return unit.isInShop || daysBetween(unit.readOn, shop.today()) < restDays ? undefined : unit
  }

  function nextArrival(): Arrival {
    const known = comeBack()
    if (known === undefined) return newUnit()
    drive(known)
    return { unit: known, create: null }
  }

  /** Kilometres since the last reading; a user's hand on the meter or a new meter is the business of `changes`. */
  function drive(unit: FleetUnit): void {
    unit.mileage += Math.round(Math.max(1, daysBetween(unit.readOn, shop.today())) * unit.kmPerDay)
    unit.readOn = shop.today()
  }

  function newUnit(): Arrival {
    const owner = inventOwner(random, samples)
    const model = random.pick(samples.models)
    const onFile = models.get(model.code)
    if (onFile === undefined) throw new Error(`model ${model.code} is not on file`)
    const today = shop.today()
    const create = inventUnit(random, samples, { model, onFile, owner, today, serial: (serial += random.between(1, 9)) })
    const purchasedOn = create.purchasedOn ?? today
    const kmPerDay = owner.usage === 'commercial' ? random.between(30, 60) : random.between(6, 26)
    const unit: FleetUnit = {
      unitId: 0,
      customerId: 0,
      ownerName: owner.fields.contactName || owner.fields.name,
      ownerPhone: owner.fields.phone,
      modelCode: model.code,
      readOn: today,
      kmPerDay,
      purchasedOn,
      mileage: Math.round(daysBetween(purchasedOn, today) * kmPerDay) + random.between(20, 90),
      lastFault: null,
      lastOrderId: null,
      isInShop: false,
    }
    return { unit, create: { customer: owner.fields, unit: create } }
  }

  function remember(unit: FleetUnit): void {
    units.push(unit)
  }

  /** 换表 and 过户, now and then before a known vehicle is taken in. */
  function change(unit: FleetUnit): void {
    const { call, people, today, db } = shop
    const [reception] = people.reception
    const onFile = findUnit(db(), unit.unitId)
    if (onFile === undefined) return
    if (random.chance(0.025)) {
      const newReading = random.between(0, 15)
      call(reception, 'customers', 'changeOdometer', {
        unitId: unit.unitId,
        revision: onFile.revision,
        on: today(),
        oldReading: unit.mileage,
        newReading,
        reason: '仪表总成更换',
      })
      unit.mileage = newReading
    } else if (random.chance(0.04)) {
      const owner = inventOwner(random, samples).fields
      const { id } = call(reception, 'customers', 'save', { ...owner, id: null, revision: 0 })
      call(reception, 'customers', 'changeOwner', { unitId: unit.unitId, revision: onFile.revision, customerId: id, on: today() })
      Object.assign(unit, { customerId: id, ownerName: owner.contactName || owner.name, ownerPhone: owner.phone })
    }
  }

  return { nextArrival, drive, remember, change }
}

export type Fleet = ReturnType<typeof createFleet>
