import { QueryClient, keepPreviousData, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { createClient } from '#contract/client'
import type { Client, Contract, InputOf, OutputOf } from '#contract/define'
import { contract } from '#contract/index'
import { AppError } from '#domain/errors'
import { send, subscribe } from './transport.ts'

type Api = typeof contract
export type ApiFeature = keyof Api & string
export type ApiMethod<F extends ApiFeature> = keyof Api[F] & string
export type ApiInput<F extends ApiFeature, M extends ApiMethod<F>> = InputOf<Api[F][M]>
export type ApiOutput<F extends ApiFeature, M extends ApiMethod<F>> = OutputOf<Api[F][M]>

/** The whole host as typed functions: `await api.workOrders.get({ id })`. A refusal is thrown as AppError. */
export const api: Client<Api> = createClient(contract, send, () => crypto.randomUUID())

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

const listeners = new Set<(topics: readonly string[]) => void>()

/** Hears the topics (feature names) that change; used by grids, whose rows stand outside the query cache. */
export function onChanged(listener: (topics: readonly string[]) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Refreshes every open query of the changed features and tells the grids. */
export function announce(topics: readonly string[]): void {
  const all = topics.includes('*')
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => all || topics.includes(String(queryKey[0])) })
  for (const listener of listeners) listener(topics)
}

export function startListening(): () => void {
  return subscribe(announce)
}

/** What a failed call says, whatever was thrown. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('internal', 'common.internal', { reference: error instanceof Error ? error.message : String(error) })
}

type QueryOptions = {
  /** false: not asked yet (e.g. no id) */
  readonly enabled?: boolean
  /** keep showing the answer to the previous input while the next one is on its way */
  readonly keepPrevious?: boolean
}

/** The client's function of one endpoint; the compiler cannot follow an indexed access through two type parameters. */
export function callOf<F extends ApiFeature, M extends ApiMethod<F>>(feature: F, method: M) {
  return api[feature][method] as unknown as (input: ApiInput<F, M>) => Promise<ApiOutput<F, M>>
}

/** A task that only views (a preview, a check) changes nothing, so nothing is refreshed after it. */
function topicsOf(feature: ApiFeature, method: string): readonly string[] {
  const endpoint = (contract as Contract)[feature]?.[method]
  return endpoint === undefined || (endpoint.kind === 'task' && endpoint.may === 'view') ? [] : [feature, ...endpoint.touches]
}

/** A query of the contract, refreshed by itself when its feature changes on any seat. */
export function useApiQuery<F extends ApiFeature, M extends ApiMethod<F>>(
  feature: F,
  method: M,
  input: ApiInput<F, M>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<ApiOutput<F, M>, AppError> {
  return useQuery<ApiOutput<F, M>, AppError>({
    queryKey: [feature, method, input],
    enabled,
    queryFn: () =>
      callOf(
        feature,
        method,
      )(input).catch((error: unknown) => {
        throw refusalOf(error)
      }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

export type ApiCommand<I, O> = {
  /** Resolves with the answer, or with null when it was refused (then `refusal` says why). Never throws. */
  readonly run: (input: I) => Promise<O | null>
  readonly running: boolean
  readonly refusal: AppError | null
  readonly clear: () => void
}

/**
 * A command or task of the contract. What it changed is announced by the host on every seat; here it is announced at
 * once as well, so that the one who acted never waits for the event stream.
 */
export function useApiCommand<F extends ApiFeature, M extends ApiMethod<F>>(
  feature: F,
  method: M,
): ApiCommand<ApiInput<F, M>, ApiOutput<F, M>> {
  const { mutateAsync, isPending, error, reset } = useMutation<ApiOutput<F, M>, unknown, ApiInput<F, M>>({
    mutationFn: (input) => callOf(feature, method)(input),
    onSuccess: () => announce(topicsOf(feature, method)),
  })
  const run = useCallback((input: ApiInput<F, M>) => mutateAsync(input).catch(() => null), [mutateAsync])
  return { run, running: isPending, refusal: error === null ? null : refusalOf(error), clear: reset }
}
