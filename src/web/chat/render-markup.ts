import { type ComponentChildren, Fragment, isValidElement } from 'preact'

const voidTags = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])

/**
 * Writes the markup of components that are pure functions: no hooks, no classes, no context. Used while building, for
 * the page as it is before the script runs. Handlers and keys leave no trace; text and attributes are escaped.
 * @throws TypeError for a child that cannot be drawn, such as a plain object
 */
export function renderMarkup(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return node.map(renderMarkup).join('')
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return escapeHtml(String(node))
  if (!isValidElement(node)) throw new TypeError(`Cannot draw ${Object.prototype.toString.call(node)}`)
  const { type, props } = node
  if (type === Fragment) return renderMarkup(props.children)
  if (typeof type === 'function') return renderMarkup(callComponent(type, props))
  const attributes = Object.entries(props)
    .map(([name, value]) => renderAttribute(name, value))
    .join('')
  return voidTags.has(type)
    ? `<${type}${attributes}>`
    : `<${type}${attributes}>${renderMarkup(props.children)}</${type}>`
}

function callComponent(type: unknown, props: unknown): ComponentChildren {
  // JSX has checked that these props belong to this component; what is left to know is that it can be called.
  return typeof type === 'function' ? Reflect.apply(type, undefined, [props]) : null
}

function renderAttribute(name: string, value: unknown): string {
  if (name === 'children' || typeof value === 'function' || value === null || value === undefined) return ''
  const written = name.toLowerCase()
  // For aria attributes "false" is a value; for others false means that the attribute is not there.
  if (typeof value === 'boolean' && !written.startsWith('aria-')) return value ? ` ${written}` : ''
  return ` ${written}="${escapeHtml(String(value))}"`
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
