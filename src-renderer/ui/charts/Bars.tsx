import { lazy, Suspense } from 'react'
import { Loading } from '../Progress.tsx'
import type { BarsProps } from './bars.ts'

const Drawing = lazy(async () => ({ default: (await import('./BarsDrawing.tsx')).BarsDrawing }))

/** Stacked bars, standing or lying; the drawing library is loaded with the first of them. The same figures stand in a table for those who listen. */
export function Bars(props: BarsProps) {
  const { label, names, series, nameTitle } = props
  return (
    <figure className="chart">
      <div className="chart-place" aria-hidden>
        <Suspense fallback={<Loading />}>
          <Drawing {...props} />
        </Suspense>
      </div>
      <table className="visually-hidden">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{nameTitle}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, nth) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map((each) => (
                <td key={each.name}>{each.values[nth]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
