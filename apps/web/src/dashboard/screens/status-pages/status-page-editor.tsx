export function StatusPageEditor() {
  return <h1>StatusPageEditor</h1>;
}
