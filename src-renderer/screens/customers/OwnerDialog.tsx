import { useState } from 'react'
import type { LocalDate } from '#domain/dates'
import { api, useApiCommand, type ApiOutput } from '../../api.ts'
import { phone, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { atRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Finder } from '../../ui/fields/Finder.tsx'
import { DayInput } from '../../ui/fields/inputs.tsx'
import { FrameNumber } from '../../ui/values.tsx'
import { NewCustomerDialog } from './NewCustomerDialog.tsx'
import { guessedCustomer, newCustomer, type CustomerValues } from './subject-form.ts'

type Customer = ApiOutput<'customers', 'find'>[number]['customer']
type Found = { readonly kind: 'hit'; readonly customer: Customer } | { readonly kind: 'new' }
/** somebody not on file being entered: what was searched for, and the fields as they were left */
type Entering = { readonly asked: string; readonly values: CustomerValues; readonly open: boolean }

/** 变更车主: to somebody on file or entered on the spot, from a day on; the former owners stay in the story. */
export function OwnerDialog({ unit, onClose }: { readonly unit: ApiOutput<'customers', 'getUnit'>; readonly onClose: () => void }) {
  const text = useText('customers')
  const [owner, setOwner] = useState<Pick<Customer, 'id' | 'name' | 'phone'> | null>(null)
  const [asked, setAsked] = useState('')
  const [entering, setEntering] = useState<Entering | null>(null)
  const [on, setOn] = useState<LocalDate>(today)
  const change = useApiCommand('customers', 'changeOwner')
  const run = async () => {
    if (owner === null) return
    const changed = await atRevision(`unit:${unit.id}`, unit.revision, (revision) =>
      change.run({ unitId: unit.id, revision, customerId: owner.id, on }),
    )
    if (changed !== null) onClose()
  }
  const choose = (next: typeof owner) => {
    setOwner(next)
    setAsked('')
  }
  const enter = () => {
    const begun = entering?.asked === asked ? entering.values : { ...newCustomer, ...guessedCustomer(asked) }
    setEntering({ asked, values: begun, open: true })
  }
  const search = async (typed: string): Promise<readonly Found[]> => {
    const hits = await api.customers.find({ text: typed, limit: 30 })
    const others = new Map(hits.filter(({ customer }) => customer.id !== unit.ownerId).map(({ customer }) => [customer.id, customer]))
    return [...[...others.values()].map((customer): Found => ({ kind: 'hit', customer })), { kind: 'new' }]
  }
  return (
    <>
      <Dialog
        title={
          <>
            {text('changeOwner')} <FrameNumber value={unit.frameNo} />
          </>
        }
        open
        onClose={onClose}
        refusal={change.refusal}
        covered={entering?.open === true}
        act={{ word: text('changeOwner'), run, running: change.running, missing: owner === null ? [text('newOwner')] : [] }}
      >
        <div className="dialog-lines">
          <p className="muted">{text('ownerHint')}</p>
          <label className="field-label" htmlFor="new-owner">
            {text('newOwner')}
          </label>
          <div className="owner-pick">
            <Finder<Found>
              id="new-owner"
              autoFocus
              stay
              value={owner === null ? asked : `${owner.name} ${phone(owner.phone)}`}
              placeholder={text('newOwnerHint')}
              search={search}
              hitOf={(found) =>
                found.kind === 'new'
                  ? { key: 'new', title: text('newOwnerHit', { text: asked }), detail: text('newOwnerHitDetail') }
                  : {
                      key: String(found.customer.id),
                      title: found.customer.name,
                      detail: `${phone(found.customer.phone)} · ${found.customer.address}`,
                      code: found.customer.phone,
                    }
              }
              onTyped={setAsked}
              onPick={(found) => (found.kind === 'new' ? enter() : choose(found.customer))}
              onEmpty={() => setOwner(null)}
            />
            <Button hotkey="Ctrl+N" onClick={enter}>
              {text('newCustomer')}
            </Button>
          </div>
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
      {entering?.open === true && (
        <NewCustomerDialog
          start={entering.values}
          onClose={(values) => setEntering({ ...entering, values, open: false })}
          onDone={(entered) => {
            choose(entered)
            setEntering(null)
          }}
        />
      )}
    </>
  )
}
