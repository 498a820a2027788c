import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useAppearance } from '../../theme/appearance.ts'
import { colours, fontStack, sizesAt, type Density, type Mode } from '../../theme/tokens.ts'
import type { BarsProps } from './bars.ts'

// only what is drawn: the chunk stays small, and nothing in it asks for an address
use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type Look = { readonly mode: Mode; readonly density: Density; readonly scale: number }

function optionOf({ names, series, lying = false }: BarsProps, { mode, density, scale }: Look) {
  const colour = colours[mode]
  const fontSize = sizesAt(density, scale).small - 1
  const categories = {
    type: 'category',
    data: [...names],
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour.line } },
    axisLabel: { color: colour.muted, fontSize, ...(lying ? { width: 150 * scale, overflow: 'truncate' } : {}) },
  } as const
  const values = {
    type: 'value',
    minInterval: 1,
    axisLabel: { color: colour.muted, fontSize, show: !lying },
    splitLine: { show: !lying, lineStyle: { color: colour.line } },
  } as const
  return {
    animation: false,
    textStyle: { fontFamily: fontStack },
    grid: {
      left: 4,
      right: lying ? 36 * scale : 6,
      top: series.length > 1 ? 30 * scale : 8,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(series.length > 1
      ? { legend: { right: 0, top: 0, itemWidth: 10, itemHeight: 10, icon: 'roundRect', textStyle: { color: colour.muted, fontSize } } }
      : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      backgroundColor: colour.raised,
      borderColor: colour.line,
      textStyle: { color: colour.text, fontSize: fontSize + 1 },
      transitionDuration: 0,
    },
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    series: series.map((each) => ({
      type: 'bar',
      stack: 'all',
      name: each.name,
      data: [...each.values],
      itemStyle: { color: colour[each.colour], borderRadius: series.length > 1 ? 0 : 2 },
      barMaxWidth: lying ? 16 * scale : 22 * scale,
      barCategoryGap: '30%',
      ...(lying ? { label: { show: true, position: 'right', color: colour.text, fontSize } } : {}),
    })),
  }
}

/** Drawn for the eye only; `Bars` says the same as a table. */
export function BarsDrawing(props: BarsProps) {
  const {
    appearance: { density, scale },
    mode,
  } = useAppearance()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  useEffect(() => {
    if (place.current === null) return undefined
    const made = init(place.current)
    chart.current = made
    const watcher = new ResizeObserver(() => made.resize())
    watcher.observe(place.current)
    return () => {
      watcher.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(optionOf(props, { mode, density, scale }), { notMerge: true })
  }, [props, mode, density, scale])
  return <div className="chart-drawing" ref={place} />
}
