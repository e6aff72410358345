// The parts that we use of packages that bring no types, or none that their own exports lead to.

declare module '@nlpjs/basic' {
  export interface Container {
    use(plugin: unknown): void
  }
  export interface NlpResult {
    classifications: { intent: string; score: number }[]
  }
  export class Nlp {
    constructor(settings: {
      container: Container
      languages: string[]
      autoLoad: boolean
      autoSave: boolean
      forceNER: boolean
      calculateSentiment: boolean
      nlu: { log: boolean }
    })
    addDocument(locale: string, text: string, intent: string): void
    train(): Promise<void>
    process(locale: string, text: string): Promise<NlpResult>
  }
  export function containerBootstrap(): Container
}

declare module '@nlpjs/lang-nl' {
  export const LangNl: unknown
}

declare module 'fasttext.wasm.js' {
  export interface Predictions {
    size(): number
    /** Probability and label. */
    get(index: number): [number, string]
    delete(): void
  }
  export interface FastTextModel {
    predict(text: string, most: number, threshold: number): Predictions
  }
  export interface FastText {
    trainSupervised(
      url: string,
      options: Record<string, number | string>,
      onProgress: () => void,
    ): Promise<FastTextModel>
  }
  export function getFastTextModule(): Promise<unknown>
  export function getFastTextClass(parts: { getFastTextModule: typeof getFastTextModule }): Promise<new () => FastText>
}
