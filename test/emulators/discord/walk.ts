import type { Path } from './messages/form-errors.ts';
import type { Component } from './model.ts';

interface Found {
  component: Component;
  path: Path;
}

/** All components of a message, including nested ones, in visual order. */
export function walkComponents(components: readonly Component[], base: Path = []): Found[] {
  return components.flatMap((component, at) => walkInto(component, [...base, at]));
}

function walkInto(component: Component, path: Path): Found[] {
  const inner = walkComponents(component.components ?? [], [...path, 'components']);
  const beside = component.accessory ? walkInto(component.accessory, [...path, 'accessory']) : [];
  return [{ component, path }, ...inner, ...beside];
}
