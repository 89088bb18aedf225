import { commands, ConfigurationTarget, type QuickPickItem, window, workspace } from 'vscode'
import type { Settings } from '../server/protocol'
import type { Situation } from './situation-files'
import { words } from './words'

type Authority = NonNullable<Settings['authority']>

/** Situations that an authority of a size meets first. */
const suggested: Readonly<Record<NonNullable<Authority['population']>, readonly Situation[]>> = {
  'under-3500': ['S1', 'S5', 'S4'],
  '3500-to-20000': ['S13', 'S2', 'S10'],
  'over-20000': ['S11', 'S14', 'S15'],
}

/** The situations to begin with. */
export function suggestedSituations(): readonly Situation[] {
  const { population } = workspace.getConfiguration('vigie').get<Authority>('authority') ?? {}
  return population ? suggested[population] : []
}

/** Asks how large the authority is; each answer may be skipped. It chooses the set of rules, if the person has not. */
export async function askAuthority(): Promise<void> {
  const say = words()
  const population = await asked(say.population, say.populations)
  if (population === 'left') return
  const staff = await asked(say.staff, say.staffs)
  if (staff === 'left') return
  const told: Authority = { ...(population && { population }), ...(staff && { staff }) }
  const settings = workspace.getConfiguration('vigie')
  await settings.update('authority', told, ConfigurationTarget.Global)
  const { globalValue, workspaceValue } = settings.inspect('preset') ?? {}
  if (globalValue === undefined && workspaceValue === undefined && population)
    await settings.update('preset', presetFor(told), ConfigurationTarget.Global)
  const answer = await window.showInformationMessage(say.authorityKept, say.playSituation)
  if (answer === say.playSituation) await commands.executeCommand('vigie.openSituation')
}

/** A small team begins with what keeps a file from being published. */
function presetFor({ population, staff }: Authority): string {
  if (population === 'under-3500' || staff === 'under-50') return 'essentiel'
  return population === 'over-20000' ? 'complet' : 'standard'
}

async function asked<Value extends string>(
  question: string,
  answers: Readonly<Record<Value, string>>,
): Promise<Value | undefined | 'left'> {
  const items: (QuickPickItem & { readonly value?: Value })[] = (Object.entries(answers) as [Value, string][]).map(
    ([value, label]) => ({ label, value }),
  )
  items.push({ label: words().skip })
  const chosen = await window.showQuickPick(items, { placeHolder: question })
  return chosen ? chosen.value : 'left'
}
