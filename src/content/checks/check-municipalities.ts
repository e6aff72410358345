import type { MunicipalitiesFile } from '../../conversation/dialog-files/municipalities-file.ts'
import type { DialogSource, Dialogs } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'
import { normaliseSentence } from '../normalise-sentence.ts'

/**
 * Names of places lead somewhere: regions spell municipalities as the list does, a name belongs to one municipality, and a
 * name that fits several says which.
 * @param dialogs what authors wrote
 */
export function checkMunicipalities({ municipalities, regions }: Dialogs): Finding[] {
  const known = new Set(municipalities.data.municipalities.map(({ name }) => name))
  const inRegions = regions.flatMap((region) =>
    region.data.municipalities.flatMap((name, index) =>
      known.has(name) ? [] : [errorAt(region.placeOf(['municipalities', index]), texts.unknownMunicipality(name))],
    ),
  )
  return [...checkList(municipalities), ...checkAmbiguous(municipalities, known), ...inRegions]
}

function checkList(file: DialogSource<MunicipalitiesFile>): Finding[] {
  const owners = new Map<string, string>()
  return file.data.municipalities.flatMap(({ name, also }, index) =>
    [name, ...also].flatMap((each, position) => {
      const key = normaliseSentence(each)
      const owner = owners.get(key)
      owners.set(key, owner ?? name)
      const path = position === 0 ? ['municipalities', index] : ['municipalities', index, 'also', position - 1]
      return owner === undefined ? [] : [errorAt(file.placeOf(path), texts.duplicatePlace(each, owner))]
    }),
  )
}

function checkAmbiguous(file: DialogSource<MunicipalitiesFile>, known: ReadonlySet<string>): Finding[] {
  return file.data.ambiguous.flatMap(({ municipalities }, index) =>
    municipalities.flatMap((name, position) =>
      known.has(name)
        ? []
        : [errorAt(file.placeOf(['ambiguous', index, 'municipalities', position]), texts.unknownMunicipality(name))],
    ),
  )
}
