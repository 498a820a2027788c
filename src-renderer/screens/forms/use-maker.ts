import { useSearchParams } from 'react-router'
import { useApiQuery } from '../../api.ts'

/** Whose forms are shown: `?maker=ID`, else the first manufacturer of the station. */
export function useMaker() {
  const [asked, setAsked] = useSearchParams()
  const { data: makers = [] } = useApiQuery('catalogue', 'manufacturers', {})
  const maker = makers.find(({ id }) => String(id) === asked.get('maker')) ?? makers[0]
  const choose = (id: number) => setAsked((now) => {
    now.set('maker', String(id))
    return now
  }, { replace: true })
  return { makers, maker, choose }
}
