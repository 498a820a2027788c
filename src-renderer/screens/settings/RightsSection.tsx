import { actions, mayDo, type Action } from '#domain/permissions'
import { codesOf, role as roleWords } from '#domain/words'
import { useMe } from '../../frame/session.ts'
import { useText, useWord, type TextKey } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'

const groups: readonly { readonly title: TextKey<'settings'>; readonly rights: readonly Action[] }[] = [
  { title: 'rights.counter', rights: ['editCustomer', 'openWorkOrder', 'dispatchWork', 'deliver', 'cancelWorkOrder'] },
  {
    title: 'rights.workshop',
    rights: ['diagnose', 'editWorkLines', 'finishWork', 'inspectWork', 'overrideEligibility', 'requestExchange'],
  },
  {
    title: 'rights.parts',
    rights: [
      'editRequest',
      'sendRequest',
      'receiveParts',
      'collectOldPart',
      'exemptOldPart',
      'labelOldPart',
      'packOldParts',
      'shipOldParts',
    ],
  },
  {
    title: 'rights.claims',
    rights: ['issueVoucher', 'closeWorkOrder', 'editClaim', 'voidClaim', 'sealBatch', 'confirmBatch', 'voidPaper', 'reserveNumbers'],
  },
  { title: 'rights.station', rights: ['importData', 'editParts', 'editCatalogue', 'manageStation'] },
]
const roles = codesOf(roleWords)

/** Who may do what, as the router decides it; what everyone may is said once. */
export function RightsSection() {
  const text = useText('settings')
  const word = useWord()
  const me = useMe()
  const everyone = (Object.keys(actions) as Action[]).filter((action) => !groups.some(({ rights }) => rights.includes(action)))
  return (
    <Section id="rights" title={text('rightsTable')} beside={text('rightsHint')}>
      <div className="rights-scroll">
        <table className="rights">
          <thead>
            <tr>
              <th scope="col">{text('rights')}</th>
              {roles.map((role) => (
                <th key={role} scope="col" data-mine={role === me.role}>
                  {word('role', role)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ title, rights }) => (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={roles.length + 1}>
                  {text(title)}
                </th>
              </tr>
              {rights.map((action) => (
                <tr key={action}>
                  <td>{word('right', action)}</td>
                  {roles.map((role) => (
                    <td key={role} data-mine={role === me.role}>
                      {mayDo(role, action) ? (
                        <span className="tone-ok" role="img" aria-label={text('may')}>
                          ✓
                        </span>
                      ) : (
                        <span className="faint" role="img" aria-label={text('mayNotDo')}>
                          –
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p className="muted small">{text('everyoneMay', { what: everyone.map((action) => word('right', action)).join(text('listSign')) })}</p>
    </Section>
  )
}
