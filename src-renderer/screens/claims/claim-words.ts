import { useCallback } from 'react'
import type { ClaimRule } from '#domain/claim-findings'
import { useText, type TextKey } from '../../messages/index.ts'

const rules: Record<ClaimRule, TextKey<'claims'>> = {
  eligibility: 'rule.eligibility',
  voucher: 'rule.voucher',
  texts: 'rule.texts',
  textQuality: 'rule.textQuality',
  lines: 'rule.lines',
  oldParts: 'rule.oldParts',
  takeAway: 'rule.takeAway',
  amounts: 'rule.amounts',
  dates: 'rule.dates',
  mileage: 'rule.mileage',
  photos: 'rule.photos',
  age: 'rule.age',
  duplicate: 'rule.duplicate',
}
const events: Readonly<Record<string, TextKey<'claims'>>> = {
  create: 'event.create',
  complete: 'event.complete',
  reopen: 'event.reopen',
  submit: 'event.submit',
  withdraw: 'event.withdraw',
  void: 'event.void',
  seal: 'event.seal',
  unseal: 'event.unseal',
  confirm: 'event.confirm',
  export: 'event.export',
  removeClaim: 'event.removeClaim',
  accept: 'event.accept',
  sendBack: 'event.sendBack',
}

const steps: Readonly<Record<string, TextKey<'claims'>>> = {
  seal: 'step.seal',
  confirm: 'step.confirm',
  submit: 'step.submit',
  unseal: 'step.unseal',
  withdraw: 'step.withdraw',
  void: 'step.void',
}

/** Words for rules and events, which come as codes; an unknown one is shown as it came. */
export function useBatchWords() {
  const text = useText('claims')
  const ruleWord = useCallback(
    (rule: string) => {
      const key = (rules as Readonly<Record<string, TextKey<'claims'>>>)[rule]
      return key === undefined ? rule : text(key)
    },
    [text],
  )
  const eventWord = useCallback(
    (event: string) => {
      const key = events[event]
      return key === undefined ? event : text(key)
    },
    [text],
  )
  const stepWord = useCallback(
    (event: string, otherwise: string) => {
      const key = steps[event]
      return key === undefined ? otherwise : text(key)
    },
    [text],
  )
  return { ruleWord, eventWord, stepWord }
}
