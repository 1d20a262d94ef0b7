package dev.quarry.query.processor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.OpensDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Whether the modules of records let Quarry construct them. */
final class ModuleAccess {
    /** The module that does. */
    static final String CORE = "dev.quarry.core";

    private final Elements elements;
    private final Set<PackageElement> refused = new HashSet<>();

    ModuleAccess(Elements elements) {
        this.elements = elements;
    }

    /**
     * A package that its module keeps to itself.
     *
     * @param module the module's name
     * @param packageName the package's name
     */
    record Closed(String module, String packageName) {}

    /** The closed package of a record or of one nested in it; empty if there is none, or one that was refused before. */
    Optional<Closed> firstRefused(TypeElement record) {
        PackageElement home = elements.getPackageOf(record);
        ModuleElement module = elements.getModuleOf(record);
        if (module != null && !isOpen(module, home)) {
            return refused.add(home)
                    ? Optional.of(new Closed(
                            module.getQualifiedName().toString(),
                            home.getQualifiedName().toString()))
                    : Optional.empty();
        }
        return record.getRecordComponents().stream()
                .map(RecordComponentElement::asType)
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .filter(type -> type.getKind() == ElementKind.RECORD)
                .flatMap(nested -> firstRefused(nested).stream())
                .findFirst();
    }

    private static boolean isOpen(ModuleElement module, PackageElement home) {
        return module.isUnnamed()
                || module.isOpen()
                || isAutomatic(module)
                || ElementFilter.opensIn(module.getDirectives()).stream()
                        .anyMatch(opens -> opens.getPackage().equals(home) && isToCore(opens));
    }

    /** Automatic modules are open when they run; here they are known by reading class path code, which no other can. */
    private static boolean isAutomatic(ModuleElement module) {
        return ElementFilter.requiresIn(module.getDirectives()).stream()
                .anyMatch(required -> required.getDependency().isUnnamed());
    }

    private static boolean isToCore(OpensDirective opens) {
        return opens.getTargetModules() == null
                || opens.getTargetModules().stream()
                        .anyMatch(target -> target.getQualifiedName().contentEquals(CORE));
    }
}
