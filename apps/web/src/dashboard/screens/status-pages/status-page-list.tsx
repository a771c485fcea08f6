export function StatusPageList() {
  return <h1>StatusPageList</h1>;
}
