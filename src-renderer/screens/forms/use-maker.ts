import { useSearchParams } from 'react-router'
import { offered } from '#domain/catalogue'
import { useApiQuery } from '../../api.ts'

/** Whose forms are shown: `?maker=ID`, else the first manufacturer in use. */
export function useMaker() {
  const [asked, setAsked] = useSearchParams()
  const { data = [] } = useApiQuery('catalogue', 'manufacturers', {})
  const makers = offered(data, Number(asked.get('maker')))
  const maker = makers.find(({ id }) => String(id) === asked.get('maker')) ?? makers[0]
  const choose = (id: number) =>
    setAsked(
      (now) => {
        now.set('maker', String(id))
        return now
      },
      { replace: true },
    )
  return { makers, maker, choose }
}
