CREATE TABLE "maintenance" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"rrule" text,
	"time_zone" text NOT NULL,
	"next_starts_at" timestamp (3) with time zone,
	"next_ends_at" timestamp (3) with time zone,
	"active" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "maintenance_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "maintenance_server" (
	"workspace_id" text NOT NULL,
	"maintenance_id" text NOT NULL,
	"server_id" text NOT NULL,
	CONSTRAINT "maintenance_server_workspace_id_maintenance_id_server_id_pk" PRIMARY KEY("workspace_id","maintenance_id","server_id")
);
--> statement-breakpoint
ALTER TABLE "drift" ADD COLUMN "told" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "maintenance" ADD CONSTRAINT "maintenance_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_server" ADD CONSTRAINT "maintenance_server_workspace_id_maintenance_id_maintenance_workspace_id_id_fk" FOREIGN KEY ("workspace_id","maintenance_id") REFERENCES "public"."maintenance"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_server" ADD CONSTRAINT "maintenance_server_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "maintenance_next_idx" ON "maintenance" USING btree ("next_starts_at");--> statement-breakpoint
CREATE INDEX "maintenance_created_idx" ON "maintenance" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "maintenance_server_idx" ON "maintenance_server" USING btree ("workspace_id","server_id");