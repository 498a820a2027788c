import { useState } from 'react'
import type { LocalDate } from '#domain/dates'
import { api, useApiCommand, type ApiOutput } from '../../api.ts'
import { today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Finder } from '../../ui/fields/Finder.tsx'
import { DayInput } from '../../ui/fields/inputs.tsx'

type Customer = ApiOutput<'customers', 'find'>[number]['customer']

/** 变更车主: to somebody on file, from a day on; the former owners stay in the story. */
export function OwnerDialog({ unit, onClose }: { readonly unit: ApiOutput<'customers', 'getUnit'>; readonly onClose: () => void }) {
  const text = useText('customers')
  const [owner, setOwner] = useState<Customer | null>(null)
  const [on, setOn] = useState<LocalDate>(today)
  const change = useApiCommand('customers', 'changeOwner')
  const run = async () => {
    if (owner && (await change.run({ unitId: unit.id, revision: unit.revision, customerId: owner.id, on }))) onClose()
  }
  const search = async (typed: string): Promise<readonly Customer[]> => {
    const hits = await api.customers.find({ text: typed, limit: 30 })
    return [...new Map(hits.map(({ customer }) => [customer.id, customer])).values()].filter(({ id }) => id !== unit.ownerId)
  }
  return (
    <Dialog
      title={text('changeOwnerTitle', { frameNo: unit.frameNo })}
      open
      onClose={onClose}
      refusal={change.refusal}
      act={{ word: text('changeOwner'), run, running: change.running, disabled: owner === null }}
    >
      <div className="dialog-lines">
        <p className="muted">{text('ownerHint')}</p>
        <label className="field-label" htmlFor="new-owner">
          {text('newOwner')}
        </label>
        <Finder<Customer>
          id="new-owner"
          autoFocus
          stay
          value={owner === null ? '' : `${owner.name} ${owner.phone}`}
          placeholder={text('newOwnerHint')}
          search={search}
          hitOf={(customer) => ({
            key: String(customer.id),
            title: customer.name,
            detail: `${customer.phone} · ${customer.address}`,
            code: customer.phone,
          })}
          onPick={setOwner}
          onEmpty={() => setOwner(null)}
        />
        <label className="field-label" htmlFor="owner-on">
          {text('on')}
        </label>
        <DayInput
          id="owner-on"
          value={on}
          onChange={(next) => {
            if (next !== null) setOn(next)
          }}
        />
      </div>
    </Dialog>
  )
}
