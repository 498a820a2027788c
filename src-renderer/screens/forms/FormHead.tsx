import { StarFilled, StarOutlined } from '@ant-design/icons'
import { Link, useNavigate } from 'react-router'
import { useApiCommand } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { FormOff } from './FormOff.tsx'
import { isFed, placeOfFed, type FormRow } from './form-rows.ts'
import { MakerSheetLine } from './sheet/MakerSheetLine.tsx'
import { useFavourites } from './use-favourites.ts'

/** The name of a form, its star and its switch, and where it is issued from. */
export function FormHead({ row, manufacturerId }: { readonly row: FormRow; readonly manufacturerId: number }) {
  const text = useText('forms')
  const pages = useText('frame')
  const mayManage = useMay('manageStation')
  const navigate = useNavigate()
  const favourites = useFavourites()
  const switching = useApiCommand('forms', 'switchOn')
  const { form, isOn } = row
  const isFavourite = favourites.has(form)
  const turn = () => void switching.run({ manufacturerId, form, on: false })
  return (
    <>
      <header className="form-head">
        <span className="figures muted small">{row.code === '' ? form : `${form} · ${row.code}`}</span>
        <span className="spring" />
        <Button size="small" kind="quiet" icon={isFavourite ? <StarFilled /> : <StarOutlined />} onClick={() => favourites.toggle(form)}>
          {text(isFavourite ? 'dropFavourite' : 'addFavourite')}
        </Button>
        {mayManage && (
          <Button size="small" kind="quiet" onClick={() => void navigate(`/forms/${form}/words?maker=${manufacturerId}`)}>
            {text('editWords')}
          </Button>
        )}
        {mayManage && isOn && (
          <Button size="small" kind="quiet" running={switching.running} onClick={turn}>
            {text('switchOff')}
          </Button>
        )}
      </header>
      <Notice refusal={switching.refusal} onClose={switching.clear} />
      <FormOff row={row} manufacturerId={manufacturerId} />
      {form === 'A14' && <MakerSheetLine manufacturerId={manufacturerId} />}
      {isFed(form) && (
        <Message
          tone="now"
          action={
            <Link className="link" to={placeOfFed[form].to}>
              {text('goThere', { place: pages(placeOfFed[form].key) })} →
            </Link>
          }
        >
          {text(`from.${form}`)}
        </Message>
      )}
    </>
  )
}
