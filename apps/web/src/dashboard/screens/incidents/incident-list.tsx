export function IncidentList() {
  return <h1>IncidentList</h1>;
}
