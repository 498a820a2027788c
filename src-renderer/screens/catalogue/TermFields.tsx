import { useController, type Control } from 'react-hook-form'
import { termBounds } from '#domain/policy-terms'
import { codesOf, kmBasis, oldPartDueKind, vinCheck, type PolicyTerm } from '#domain/words'
import { useText, useWord } from '../../messages/index.ts'
import { FieldGrid } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { MoneyField, NumberField, TickField, WordField } from '../../ui/fields/fields.tsx'
import { WordInput } from '../../ui/fields/SelectInput.tsx'
import { groupsOfTerms, termGroups, type TermsForm } from './policy-terms-form.ts'

type TermsControl = Control<TermsForm, unknown, TermsForm>

/** Every rate and term with its unit and the rule that reads it. */
export function TermFields({ control }: { readonly control: TermsControl }) {
  const text = useText('catalogue')
  return groupsOfTerms.map((group) => (
    <fieldset key={group} className="term-group">
      <legend>{text(`terms.${group}`)}</legend>
      <FieldGrid>
        {termGroups[group].map((term) => (
          <TermField key={term} control={control} term={term} />
        ))}
      </FieldGrid>
    </fieldset>
  ))
}

function TermField({ control, term }: { readonly control: TermsControl; readonly term: PolicyTerm }) {
  const text = useText('catalogue')
  const word = useWord()
  const given = { control, label: word('policyTerm', term), hint: text(`term.${term}`) }
  switch (term) {
    case 'kmRate':
    case 'mealPerDay':
    case 'lodgingPerNight':
    case 'smallPartLimit':
      return <MoneyField {...given} name={`terms.${term}`} suffix={text(`per.${term}`)} />
    case 'kmBasis':
      return <WordField {...given} name="terms.kmBasis" table="kmBasis" codes={codesOf(kmBasis)} />
    case 'vinCheck':
      return <WordField {...given} name="terms.vinCheck" table="vinCheck" codes={codesOf(vinCheck)} />
    case 'billUnreturned':
      return <TickField {...given} name="terms.billUnreturned" />
    case 'oldPartDueRule':
      return <OldPartDueFields {...given} />
    default:
      return <NumberField {...given} name={`terms.${term}`} suffix={word('termUnit', termBounds[term].unit)} />
  }
}

/** D32: the kind of rule decides what the number beside it means. */
function OldPartDueFields({ control, label, hint }: { readonly control: TermsControl; readonly label: string; readonly hint: string }) {
  const text = useText('catalogue')
  const word = useWord()
  const {
    field: { value: rule, onChange },
  } = useController({ control, name: 'terms.oldPartDueRule' })
  return (
    <>
      <FieldShell name="terms.oldPartDueRule" label={label} hint={hint}>
        {(shown) => (
          <WordInput
            id={shown.id}
            disabled={shown.disabled}
            status={shown.status}
            aria-describedby={shown.describedBy}
            table="oldPartDueKind"
            codes={codesOf(oldPartDueKind)}
            value={rule.kind}
            onChange={(kind) => {
              if (kind !== null && kind !== rule.kind) onChange(kind === 'days' ? { kind, days: 30 } : { kind, day: 10 })
            }}
          />
        )}
      </FieldShell>
      {rule.kind === 'days' ? (
        <NumberField
          key="days"
          control={control}
          name="terms.oldPartDueRule.days"
          label={text('oldPartDueDays')}
          suffix={word('termUnit', 'days')}
        />
      ) : (
        <NumberField
          key="day"
          control={control}
          name="terms.oldPartDueRule.day"
          label={text('oldPartDueDay')}
          suffix={word('termUnit', 'dayOfMonth')}
        />
      )}
    </>
  )
}
