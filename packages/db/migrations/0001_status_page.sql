CREATE TABLE "status_page" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"published" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "status_page_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "status_page_server" (
	"workspace_id" text NOT NULL,
	"page_id" text NOT NULL,
	"server_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text,
	"group_name" text,
	CONSTRAINT "status_page_server_workspace_id_page_id_server_id_pk" PRIMARY KEY("workspace_id","page_id","server_id")
);
--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "status_page" ADD CONSTRAINT "status_page_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_page_server" ADD CONSTRAINT "status_page_server_workspace_id_page_id_status_page_workspace_id_id_fk" FOREIGN KEY ("workspace_id","page_id") REFERENCES "public"."status_page"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_page_server" ADD CONSTRAINT "status_page_server_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "status_page_slug_key" ON "status_page" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "status_page_created_idx" ON "status_page" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "status_page_server_server_idx" ON "status_page_server" USING btree ("workspace_id","server_id");