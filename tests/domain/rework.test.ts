import { expect, test } from 'vitest'
import { reworkTerm } from '#domain/rework'

test('how long a repair is guaranteed (§4.5): three-guarantee jobs, motorcycles, cars', () => {
  const job = { nature: 'paid', repairType: 'general', assembly: false, isCar: false } as const
  expect([reworkTerm({ ...job, nature: 'warranty', assembly: true }), reworkTerm({ ...job, assembly: true }), reworkTerm(job)]).toEqual([
    { days: 30, km: null },
    { days: 80, km: 7000 },
    { days: 10, km: 800 },
  ])
  const car = { ...job, isCar: true }
  expect([reworkTerm({ ...car, assembly: true }), reworkTerm({ ...car, repairType: 'periodicService' }), reworkTerm(car)]).toEqual([
    { days: 100, km: 20_000 },
    { days: 30, km: 5000 },
    { days: 10, km: 2000 },
  ])
})
