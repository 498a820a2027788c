import type { AppContract } from '#contract/index'
import { clearCatalogue, countCatalogue } from '#db/queries/catalogue-records'
import { deleteManufacturer, findManufacturerByCode, isManufacturerUsed, listPolicies } from '#db/queries/manufacturers'
import { deleteTermsOf } from '#db/queries/policy-terms'
import { AppError } from '#domain/errors'
import type { CommandContext, Handler, QueryContext } from './define.ts'
import { foundCatalogue } from './found-station.ts'

type Feature = AppContract['station']

function sampleMaker({ db, program }: Pick<QueryContext, 'db' | 'program'>) {
  const [first] = program.samples().manufacturers
  return first === undefined ? undefined : findManufacturerByCode(db, first.code)
}

const none = { models: 0, parts: 0, labourCodes: 0, faultCodes: 0 }

/** What is left of the samples: the sample maker's catalogue, and sample policies that stand under another maker. */
export const samples: Handler<Feature['samples']> = ({ db, program }) => {
  const maker = sampleMaker({ db, program })
  const known = program.samples().policies
  const policies = listPolicies(db).filter(
    ({ code, name, manufacturerId }) =>
      manufacturerId !== maker?.id && known.some((sample) => sample.code === code && sample.name === name),
  )
  return {
    loaded: maker !== undefined,
    maker: maker?.name ?? '',
    counts: maker === undefined ? none : countCatalogue(db, maker.id),
    policies: policies.map(({ name }) => name),
  }
}

export function loadSamples({ db, program }: CommandContext) {
  if (sampleMaker({ db, program }) !== undefined) throw new AppError('rule', 'station.samplesThere')
  foundCatalogue({ db }, program.samples())
  return {}
}

export function dropSamples({ db, program }: CommandContext) {
  const maker = sampleMaker({ db, program })
  if (maker === undefined) throw new AppError('rule', 'station.samplesGone')
  const done = clearCatalogue(db, maker.id)
  if (done.retired === 0 && !isManufacturerUsed(db, maker.id)) {
    deleteTermsOf(db, { manufacturerId: maker.id })
    deleteManufacturer(db, maker.id)
  }
  return done
}
