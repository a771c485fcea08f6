ALTER TABLE "server" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "server_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE UNIQUE INDEX "server_number_key" ON "server" USING btree ("number");--> statement-breakpoint
ALTER TABLE "probe_result" RENAME TO "probe_result_wide";--> statement-breakpoint
DROP INDEX "probe_result_time_idx";--> statement-breakpoint
CREATE TABLE "probe_result" (
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"server_number" integer NOT NULL,
	"duration_ms" integer NOT NULL,
	"latency_ms" integer,
	"tools_count" integer,
	"protocol" integer,
	"attempts" smallint NOT NULL,
	"suspect" boolean NOT NULL,
	"region" text NOT NULL,
	"reason" "char" NOT NULL,
	"outcome" text NOT NULL,
	"posture" text NOT NULL,
	"class" text DEFAULT '' NOT NULL,
	"phases" integer[] NOT NULL,
	"tools_hash" "bytea",
	CONSTRAINT "probe_result_server_number_scheduled_at_region_reason_pk" PRIMARY KEY("server_number","scheduled_at","region","reason")
) PARTITION BY RANGE ("scheduled_at");--> statement-breakpoint
CREATE INDEX "probe_result_time_idx" ON "probe_result" USING brin ("scheduled_at") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
-- Day after day, also those that are detached and wait for their packing, and what came late. Rows of servers that are gone stay behind.
DO $$
DECLARE
	phase_names CONSTANT text[] := '{dns,tcp,tls,auth,stream,discover,initialize,initialized,tools,lists,call,truth,close}';
	day record;
BEGIN
	FOR day IN
		SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bound FROM pg_class c
		WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
			AND c.relname ~ '^probe_result_([0-9]{8}|late)$'
	LOOP
		EXECUTE format('ALTER TABLE %I RENAME TO %I', day.name, day.name || '_wide');
		EXECUTE format('CREATE TABLE %I (LIKE probe_result INCLUDING ALL)', day.name);
		EXECUTE format($convert$
			INSERT INTO %I
			SELECT p.scheduled_at, p.started_at, s.number, p.duration_ms, p.latency_ms, p.tools_count,
				CASE WHEN p.protocol ->> 'version' ~ '^\d{4}-\d\d-\d\d$' THEN replace(p.protocol ->> 'version', '-', '')::int * 4
					+ CASE p.protocol ->> 'era' WHEN 'modern' THEN 2 ELSE 0 END
					+ CASE p.protocol ->> 'transport' WHEN 'sse' THEN 1 ELSE 0 END END,
				p.attempts, p.suspect, p.region, p.reason::"char", p.outcome, p.posture, coalesce(p.class, ''),
				ARRAY(SELECT least(round((phase ->> 'ms')::numeric * 10), 33554430)::int * 64
						+ (array_position($1, phase ->> 'name') - 1) * 2 + (phase ->> 'ok')::boolean::int
					FROM jsonb_array_elements(p.phases) WITH ORDINALITY AS e(phase, place) ORDER BY place),
				CASE WHEN p.tools_hash ~ '^([0-9a-f]{2})+$' THEN decode(p.tools_hash, 'hex') END
			FROM %I p JOIN server s ON s.workspace_id = p.workspace_id AND s.id = p.server_id$convert$,
			day.name, day.name || '_wide') USING phase_names;
		EXECUTE format('DROP TABLE %I', day.name || '_wide');
		IF day.bound IS NOT NULL THEN
			EXECUTE format('ALTER TABLE probe_result ATTACH PARTITION %I %s', day.name, day.bound);
		END IF;
	END LOOP;
END $$;--> statement-breakpoint
DROP TABLE "probe_result_wide";--> statement-breakpoint
CREATE TRIGGER "probe_result_dirty" AFTER INSERT ON "probe_result" REFERENCING NEW TABLE AS fresh
	FOR EACH STATEMENT EXECUTE FUNCTION "mark_five_minutes"();--> statement-breakpoint
-- A result takes the place of a probe that was not run.
CREATE TRIGGER "probe_result_replaced" AFTER UPDATE ON "probe_result" REFERENCING NEW TABLE AS fresh
	FOR EACH STATEMENT EXECUTE FUNCTION "mark_five_minutes"();--> statement-breakpoint
-- Every probe rewrites one row, none of whose indexed columns change: with room in its page it stays there.
ALTER TABLE "server_region" SET (fillfactor = 70);
